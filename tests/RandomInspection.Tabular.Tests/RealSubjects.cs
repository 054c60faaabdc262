namespace RandomInspection.Tests;

/// <summary>The given file of real firms, which lies beside the repository and is no part of it.</summary>
internal static class RealSubjects
{
    public static byte[] Bytes()
    {
        string path = Path.Combine(RepositoryFiles.SharedData, "shenyang-subjects.csv");
        if (!File.Exists(path))
        {
            Assert.Skip("The file of real firms is not beside this checkout.");
        }

        return File.ReadAllBytes(path);
    }

    public static IEnumerable<string> Lines()
    {
        using StreamReader reader = new(new MemoryStream(Bytes()));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
