using System.Reflection;
using PublicApiGenerator;

namespace RandomInspection.Tests;

/// <summary>What is public stands in a file beside each project, so that whoever reads a change sees what it makes public or takes away.</summary>
/// <remarks>With RI_WRITE_DOCS=1 the files are written instead of compared.</remarks>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => [.. PackingTests.Shipped.Where(name => name != "RandomInspection.Cli")]; // a tool: nobody compiles against it

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_OfAProject_AsItsFileSays(string project)
    {
        string file = Path.Combine(RepositoryFiles.Root, "src", project, "PublicApi.txt");
        string now = Assembly.Load(project).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = ["OrleansCodeGen"] }).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, now);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == now,
            $"src/{project}/PublicApi.txt is not what is public: run this test once with RI_WRITE_DOCS=1, read the difference and commit it.");
    }
}
