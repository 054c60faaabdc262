using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RandomInspection.Tests;

/// <summary>Packing compares what is public with the stored baseline; here, that there is one and that the comparison bites.</summary>
public sealed class BaselineTests
{
    [Theory]
    [MemberData(nameof(PublicApiTests.Assemblies), MemberType = typeof(PublicApiTests))]
    public void Baseline_OfAProject_Stored(string project)
    {
        using ZipArchive baseline = ZipFile.OpenRead(Path.Combine(RepositoryFiles.Root, "eng", "baseline", $"{project}.nupkg"));
        Assert.Contains(baseline.Entries, entry => entry.FullName == $"lib/net10.0/{project}.dll");
    }

    [Fact]
    public async Task Pack_WithoutWhatTheBaselineHas_Refused()
    {
        const string Project = "RandomInspection.Frames";
        string folder = Directory.CreateTempSubdirectory("ri-baseline-").FullName;
        try
        {
            // A version that once had more: what is packed now lacks it.
            string before = Path.Combine(folder, "before.nupkg");
            await using (FileStream stream = File.Create(before))
            await using (ZipArchive package = new(stream, ZipArchiveMode.Create))
            {
                await WriteAsync(package, $"{Project}.nuspec", Encoding.UTF8.GetBytes(
                    $"<package><metadata><id>{Project}</id><version>0.0.1</version><authors>a</authors><description>d</description></metadata></package>"));
                await WriteAsync(package, $"lib/net10.0/{Project}.dll", Assembly(Project, "namespace RandomInspection.Frames; public static class Gone { public static void Away() { } }"));
            }

            await Packages.FolderAsync(); // two do not pack one project at once
            Packages.ForgetValidation(Project);
            (int exit, string said) = await Dotnet.TryAsync(
                RepositoryFiles.Root,
                new Dictionary<string, string>(),
                "pack", Path.Combine("src", Project), "--no-build", "-c", Dotnet.Configuration, "-o", folder, "-v", "quiet", "--nologo", $"-p:PackageValidationBaselinePath={before}");
            Assert.NotEqual(0, exit);
            Assert.Contains("CP0001", said, StringComparison.Ordinal);
            Assert.Contains("RandomInspection.Frames.Gone", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Assembly(string name, string source)
    {
        using MemoryStream bytes = new();
        Assert.True(CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(bytes).Success);
        return bytes.ToArray();
    }

    private static async Task WriteAsync(ZipArchive package, string name, byte[] content)
    {
        await using Stream entry = await package.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
        await entry.WriteAsync(content, TestContext.Current.CancellationToken);
    }
}
