using System.Globalization;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class RefusalTextTests
{
    [Theory]
    [InlineData(typeof(TableRefusals), "RI50")]
    [InlineData(typeof(SubjectRefusals), "RI51")]
    [InlineData(typeof(InspectorRefusals), "RI52")]
    public void Definitions_CodesInTheirRange_TextsInBothLanguages(Type refusals, string range)
    {
        RefusalDefinition[] all = RefusalTexts.Of(refusals);
        RefusalTexts.Check(all);
        Assert.All(all, definition => Assert.StartsWith(range, definition.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Read_UnderAnyCulture_SaysTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            byte[] file = "ID,NAME,DISTRICT,INDUSTRY,CLASS,ESTABLISHED,STATUS\n91210102117776048i,x,y,C,A,1980-01-05,ACTIVE\n91210102117776048G,x,y,C,A,1980-01-05,ACTIVE\n"u8.ToArray();
            using TableReader table = TableReader.Open(file);
            SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers));
            Assert.Equal(
                "RI5103: The unified social credit code \"91210102117776048i\" has the lower-case letter \"i\" at position 18. Codes are upper-case only and are never rewritten here: correct it in the file.",
                Assert.Single(import.Findings).Refusal.ToString());
            Assert.Equal(new NodaTime.LocalDate(1980, 1, 5), Assert.Single(import.Subjects).EstablishedOn);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
