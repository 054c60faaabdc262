namespace RandomInspection.Tests;

/// <summary>The documents of the repository.</summary>
internal static class DocumentFiles
{
    /// <summary>All Markdown files, as paths from the root with slashes, in order.</summary>
    public static IEnumerable<string> All => Directory
        .EnumerateFiles(RepositoryFiles.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true })
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "TestResults"))
        .Order(StringComparer.Ordinal);

    /// <summary>A document's lines.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(RepositoryFiles.Root, path));

    /// <summary>A document's blocks of code in one language.</summary>
    public static IEnumerable<string> Blocks(string path, string language) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, path))
        .Split("```")
        .Where((part, index) => index % 2 == 1 && part.StartsWith(language + '\n', StringComparison.Ordinal))
        .Select(part => part[(language.Length + 1)..]);

    /// <summary>A document's lines outside blocks of code.</summary>
    public static IEnumerable<string> Text(string path)
    {
        bool code = false;
        foreach (string line in Lines(path))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                code = !code;
            }
            else if (!code)
            {
                yield return line;
            }
        }
    }
}
