using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary>What is shipped is packed here, as it was built.</summary>
public sealed class PackingTests
{
    private static readonly string Configuration = typeof(PackingTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static TheoryData<string> Projects =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(RepositoryFiles.Root, "src")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists(Path.Combine(RepositoryFiles.Root, "src", name, $"{name}.csproj")) && name != "RandomInspection.Ardalis").Order(StringComparer.Ordinal), // in a solution of its own
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Pack_EveryProject_DescribedWithSymbolsAndTheSameTwice(string project)
    {
        string folder = Directory.CreateTempSubdirectory("ri-pack-").FullName;
        try
        {
            Dictionary<string, byte[]> package = await PackAsync(project, Path.Combine(folder, "one"), ".nupkg"), again = await PackAsync(project, Path.Combine(folder, "two"), ".nupkg");
            Assert.Equal(package.Keys.Order(StringComparer.Ordinal), again.Keys.Order(StringComparer.Ordinal));
            Assert.All(package, entry => Assert.True(entry.Value.AsSpan().SequenceEqual(again[entry.Key]), $"{entry.Key} differs the second time."));

            XElement metadata = XDocument.Parse(System.Text.Encoding.UTF8.GetString(package[$"{project}.nuspec"]).TrimStart('\uFEFF')).Root!.Elements().Single();
            string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
            Assert.Equal((project, "Apache-2.0"), (Value("id"), Value("license")));
            Assert.Contains(Value("description"), character => character is >= '一' and <= '鿿');
            Assert.Contains(package[Value("icon")].AsSpan(1, 3).ToArray(), letter => letter == (byte)'P');
            string readme = System.Text.Encoding.UTF8.GetString(package[Value("readme")]);
            Assert.StartsWith("# ", readme, StringComparison.Ordinal);
            Assert.Contains(readme, character => character is >= '一' and <= '鿿');
            Assert.DoesNotContain("](", readme, StringComparison.Ordinal); // links of the repository lead nowhere in a package

            string assembly = project == "RandomInspection.Cli" ? "ri" : project;
            Assert.Contains(package.Keys, entry => entry.EndsWith($"/{assembly}.dll", StringComparison.Ordinal));
            Assert.Contains(package.Keys, entry => entry.EndsWith($"/{assembly}.xml", StringComparison.Ordinal) || project == "RandomInspection.Cli");
            using ZipArchive symbols = await ZipFile.OpenReadAsync(Directory.GetFiles(Path.Combine(folder, "one"), "*.snupkg").Single(), TestContext.Current.CancellationToken);
            Assert.Contains(symbols.Entries, entry => entry.Name == $"{assembly}.pdb");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, byte[]>> PackAsync(string project, string folder, string extension)
    {
        using Process pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", Path.Combine(RepositoryFiles.Root, "src", project), "--no-build", "-c", Configuration, "-o", folder, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryFiles.Root,
        })!;
        string output = await pack.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pack.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(pack.ExitCode == 0, output);
        using ZipArchive archive = await ZipFile.OpenReadAsync(Directory.GetFiles(folder, "*" + extension).Single(), TestContext.Current.CancellationToken);
        Dictionary<string, byte[]> entries = new(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using MemoryStream content = new();
            await using Stream stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            entries[entry.FullName] = content.ToArray();
        }

        return entries;
    }
}
