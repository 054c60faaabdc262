namespace RandomInspection.Tests;

/// <summary>Everything that is shipped, packed once for all tests, as it was built.</summary>
internal static class Packages
{
    private static readonly Lazy<Task<string>> Packed = new(PackAsync);

    /// <summary>The folder with the packages: a feed.</summary>
    public static Task<string> FolderAsync() => Packed.Value;

    /// <summary>Lets packing compare with the baseline although neither program nor package changed since it did: the baseline may have.</summary>
    /// <param name="project">The project, or <c>*</c> for all.</param>
    public static void ForgetValidation(string project)
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "src"), project).Select(folder => Path.Combine(folder, "obj", Dotnet.Configuration)).Where(Directory.Exists))
        {
            foreach (string done in Directory.GetFiles(folder, "*.ValidatePackage.semaphore", SearchOption.AllDirectories))
            {
                File.Delete(done);
            }
        }
    }

    private static async Task<string> PackAsync()
    {
        string folder = Directory.CreateTempSubdirectory("ri-packages-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        ForgetValidation("*");
        string solution = Path.Combine(RepositoryFiles.Root, "RandomInspection.slnx");
        await Dotnet.RunAsync(RepositoryFiles.Root, new Dictionary<string, string>(), "pack", solution, "--no-build", "-c", Dotnet.Configuration, $"-p:PackageOutputPath={folder}", "-v", "quiet", "--nologo");
        await Dotnet.RunAsync(RepositoryFiles.Root, new Dictionary<string, string>(), "pack", Path.Combine(RepositoryFiles.Root, "templates"), "-o", folder, "-v", "quiet", "--nologo");
        return folder;
    }
}
