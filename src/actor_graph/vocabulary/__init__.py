"""The words of the sheets that people fill in: headings, names of sheets, closed answers, English and German."""
