using System.Globalization;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests.Steps;

/// <summary>What a directory keeper does.</summary>
internal static class Importing
{
    /// <summary>Subjects that the sample directory does not have yet.</summary>
    public static Subject[] NewSubjects(int count) => [.. Enumerable.Range(SampleSubjects.DefaultCount, count).Select(serial => SampleSubjects.At(serial))];

    /// <summary>Writes subjects as a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="subjects">The subjects.</param>
    /// <param name="spoil">What goes wrong in a line, counted as an editor counts them (the header is line 1).</param>
    public static string Write(string path, IEnumerable<Subject> subjects, IReadOnlyDictionary<int, Func<string, string>>? spoil = null)
    {
        using StringWriter csv = new(CultureInfo.InvariantCulture);
        SampleSubjectFile.Write(csv, subjects);
        string[] lines = csv.ToString().Split("\r\n");
        foreach ((int line, Func<string, string> wrong) in spoil ?? new Dictionary<int, Func<string, string>>())
        {
            lines[line - 1] = wrong(lines[line - 1]);
        }

        File.WriteAllText(path, string.Join("\r\n", lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    /// <summary>Sends a file, takes the columns as they are recognised, and waits for the dry run.</summary>
    public static void DryRun(Browser keeper, string file)
    {
        keeper.Open("/directories/import");
        keeper.Field("名录文件").SendKeys(file);
        keeper.Press("上传并继续");
        keeper.Press("试核对");
        keeper.Until("the dry run is done", () => keeper.Offers("导入"));
    }

    /// <summary>The lines that the dry run lists: line, column, value.</summary>
    public static string[] Findings(Browser keeper) =>
    [
        .. keeper.All("tr:has(.finding-column)").Select(row =>
            string.Join(" | ", row.FindElements(OpenQA.Selenium.By.CssSelector("th, td")).Take(3).Select(cell => cell.Text.Trim()))),
    ];
}
