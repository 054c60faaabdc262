namespace RandomInspection.Tests;

/// <summary>Where the files of the repository are, seen from a running test.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The vectors that this repository keeps.</summary>
    public static string Vectors { get; } = Path.Combine(Root, "tests", "vectors");

    /// <summary>The data given beside the repository; may not exist.</summary>
    public static string SharedData { get; } = Path.Combine(Root, "..", "shared", "data");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RandomInspection.slnx")) || File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
    }
}
