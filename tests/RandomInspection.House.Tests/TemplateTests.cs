using System.Text.Json;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary>The template of a host: in an empty folder, from packages alone, as somebody who has never seen the repository takes it.</summary>
public sealed class TemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Template_ItsPackages_AreOfThisVersion()
    {
        string version = XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        XElement[] references = [.. XDocument.Load(Path.Combine(RepositoryFiles.Root, "templates", "host", "InspectionHost.csproj")).Descendants("PackageReference")];
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal(version, reference.Attribute("Version")!.Value));
    }

    [Fact]
    public async Task Template_InAnEmptyFolder_BuiltFromPackagesAndServes()
    {
        string folder = Directory.CreateTempSubdirectory("ri-template-").FullName, feed = await Packages.FolderAsync(), host = Path.Combine(folder, "City");
        try
        {
            // Packages of this checkout go into a store of their own: those of another with the same version must not be met.
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Directory.Build.props"),
                $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources><RestoreAdditionalProjectFallbackFolders>{Store()}</RestoreAdditionalProjectFallbackFolders></PropertyGroup></Project>",
                Cancellation);
            Dictionary<string, string> own = new() { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"), ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home"), ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };
            await Dotnet.RunAsync(folder, own, "new", "install", Directory.GetFiles(feed, "RandomInspection.Templates.*.nupkg").Single());
            await Dotnet.RunAsync(folder, own, "new", "double-random", "-n", "City", "--no-update-check");
            await Dotnet.RunAsync(host, own, "build", "-v", "quiet", "--nologo");
            await ServesAsync(host);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ServesAsync(string host)
    {
        string program = Directory.GetFiles(Path.Combine(host, "bin"), "City.dll", SearchOption.AllDirectories).Single();
        await using RunningHost running = await RunningHost.StartAsync(host, program, "双随机");
        foreach (string path in new[] { "/", "/results", "/account/signin", "/health/ready", "/_content/RandomInspection.Web/site.css" })
        {
            await running.GetAsync(path);
        }
    }

    /// <summary>Where the packages lie from which these tests were built.</summary>
    private static string Store()
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Web", "obj", "project.assets.json")));
        return assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    }
}
