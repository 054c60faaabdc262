using System.IO.Compression;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary>What is shipped is packed here, as it was built; that two checkouts of one commit give the same archives is what <c>eng/pack.sh</c> shows.</summary>
public sealed class PackingTests
{
    private static readonly string Version = XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Every project that is shipped from the solution.</summary>
    internal static IEnumerable<string> Shipped =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(RepositoryFiles.Root, "src")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists(Path.Combine(RepositoryFiles.Root, "src", name, $"{name}.csproj")) && name != "RandomInspection.Ardalis").Order(StringComparer.Ordinal), // in a solution of its own
    ];

    public static TheoryData<string> Projects => [.. Shipped];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Pack_EveryProject_DescribedWithSymbols(string project)
    {
        string folder = await Packages.FolderAsync();
        Dictionary<string, byte[]> package = await EntriesAsync(Path.Combine(folder, $"{project}.{Version}.nupkg"));
        XElement metadata = XDocument.Parse(System.Text.Encoding.UTF8.GetString(package[$"{project}.nuspec"]).TrimStart('\uFEFF')).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal((project, "Apache-2.0"), (Value("id"), Value("license")));
        Assert.Contains(Value("description"), character => character is >= '一' and <= '鿿');
        Assert.Equal("PNG"u8, package[Value("icon")].AsSpan(1, 3));
        string readme = System.Text.Encoding.UTF8.GetString(package[Value("readme")]);
        Assert.StartsWith("# ", readme, StringComparison.Ordinal);
        Assert.Contains(readme, character => character is >= '一' and <= '鿿');
        Assert.DoesNotContain("](", readme, StringComparison.Ordinal); // links of the repository lead nowhere in a package

        string assembly = project == "RandomInspection.Cli" ? "ri" : project;
        Assert.Contains(package.Keys, entry => entry.EndsWith($"/{assembly}.dll", StringComparison.Ordinal));
        Assert.Contains(package.Keys, entry => entry.EndsWith($"/{assembly}.xml", StringComparison.Ordinal) || project == "RandomInspection.Cli");
        using ZipArchive symbols = await ZipFile.OpenReadAsync(Path.Combine(folder, $"{project}.{Version}.snupkg"), TestContext.Current.CancellationToken);
        Assert.Contains(symbols.Entries, entry => entry.Name == $"{assembly}.pdb");
    }

    /// <summary>The generator writes the texts of several classes in an order that changes from build to build: two packings of one commit would differ.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void LogTexts_OfAProject_InOneClass(string project) => Assert.InRange(
        Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Count(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && File.ReadAllText(file).Contains("[LoggerMessage(", StringComparison.Ordinal)),
        0,
        1);

    private static async Task<Dictionary<string, byte[]>> EntriesAsync(string package)
    {
        using ZipArchive archive = await ZipFile.OpenReadAsync(package, TestContext.Current.CancellationToken);
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
