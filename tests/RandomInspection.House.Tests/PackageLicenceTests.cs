using System.Text.Json;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary>The licences of every package that is resolved, of what is shipped and of what only builds and tests.</summary>
public sealed class PackageLicenceTests
{
    private static readonly string[] Shipped = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL"], Tools = [.. Shipped, "MPL-2.0"];

    // Packages that name no expression: what stands in the licence they point to, read once.
    private static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Licences_OfWhatIsShipped_Permissive() => Check("src", Shipped);

    [Fact]
    public void Licences_OfSamples_Permissive() => Check("samples", Shipped);

    [Fact]
    public void Licences_OfTests_Permissive() => Check("tests", Tools);

    private static void Check(string folder, string[] allowed)
    {
        SortedSet<string> wrong = new(StringComparer.Ordinal);
        int packages = 0;
        foreach (string assets in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "project.assets.json", SearchOption.AllDirectories))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(assets));
            string[] stores = [.. document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(store => store.Name)];
            foreach (JsonProperty library in document.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
            {
                packages++;
                string path = library.Value.GetProperty("path").GetString()!, id = library.Name.Split('/')[0];
                string nuspec = stores.Select(store => Path.Combine(store, path)).Where(Directory.Exists).SelectMany(at => Directory.EnumerateFiles(at, "*.nuspec")).First();
                string licence = Licence(nuspec, id);
                if (!licence.Split(" OR ").Any(choice => choice.Split(" AND ").All(allowed.Contains)))
                {
                    wrong.Add($"{library.Name}: {licence}");
                }
            }
        }

        Assert.True(packages > 0, "Nothing is restored.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Licence(string nuspec, string id)
    {
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        XElement? licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value
            : Read.GetValueOrDefault(id) ?? $"no expression ({licence?.Value ?? metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value})";
    }
}
