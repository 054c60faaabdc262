using System.Text;

namespace RandomInspection.Tests;

/// <summary>Lines that stand in a file beside the tests, each of them once looked at; with RI_WRITE_DOCS=1 a test writes its own.</summary>
internal static class StoredTable
{
    /// <summary>What was found is what the file says.</summary>
    /// <param name="file">The file, from the folder of these tests on.</param>
    /// <param name="isOfThese">Which lines of the file are about this.</param>
    /// <param name="found">The lines found, in their order.</param>
    public static void Is(string file, Predicate<string> isOfThese, params IEnumerable<string> found)
    {
        string path = Path.Combine(RepositoryFiles.Root, "tests", "RandomInspection.Domain.Tests", file);
        string[] lines = [.. found], all = [.. File.ReadLines(path, Encoding.UTF8)], due = [.. all.Where(line => isOfThese(line))];
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            File.WriteAllLines(path, all.Where(line => !isOfThese(line)).Concat(lines), new UTF8Encoding(false));
        }

        Assert.NotEmpty(lines); // what says nothing is no test
        Assert.Equal(due, lines);
    }
}
