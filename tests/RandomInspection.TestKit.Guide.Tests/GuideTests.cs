using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;
using RandomInspection.Tests;

namespace Vendor.Store;

/// <summary>What <c>docs/testkit.md</c> shows, run as it stands there.</summary>
public sealed class GuideTests
{
    [Fact]
    public void EveryPortOfOursIsProved() => SuiteCompleteness.Check(typeof(VendorSubjectsSuite).Assembly, typeof(VendorStore).Assembly);

    [Fact]
    public async Task Guide_Report_WrittenAsShown()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string before = Directory.GetCurrentDirectory();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ri-kit-");
        Directory.SetCurrentDirectory(folder.FullName);
        try
        {
            ContractRun ledger = await Contracts.Ledger.RunAsync("Vendor Store 4.1", OpenAsync, ConformanceSettings.Default, cancellation);
            ContractRun views = await Contracts.Views.RunAsync("Vendor Store 4.1", OpenAsync, ConformanceSettings.Default, cancellation);
            ConformanceReport report = new("Vendor Store 4.1", ledger, views);
            await File.WriteAllTextAsync("conformance.html", report.ToHtml(), cancellation);
            await File.WriteAllTextAsync("conformance.json", report.ToJson(), cancellation);

            Assert.True(report.Conforms, report.ToJson());
            Assert.Equal(2, report.Count(ConformanceOutcome.NotApplicable));
            Assert.True(new FileInfo("conformance.html").Length > 10_000);
            Assert.True(new FileInfo("conformance.json").Length > 10_000);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            folder.Delete(recursive: true);
        }

        static ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) =>
            StoreUnderTest.OpenAsync(builder => builder.UseVendorStore("…"), prepare: null, cancellation);
    }

    [Fact]
    public void Guide_Snippets_CompiledHere()
    {
        string guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "testkit.md"));
        string sources = string.Concat(Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => f.Contains("TestKit", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] snippets = [.. guide.Split("```").Where(part => part.StartsWith("csharp", StringComparison.Ordinal) && !part.Contains("ToArdalis", StringComparison.Ordinal))];
        Assert.Equal(4, snippets.Length);
        Assert.All(
            snippets.SelectMany(s => s["csharp".Length..].Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0),
            line => Assert.Contains(line, sources, StringComparison.Ordinal));
    }

    [Fact]
    public void Guide_Contracts_EveryOneNamed()
    {
        string guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "testkit.md"));
        Assert.All(Contracts.All, contract => Assert.Contains($"`{contract.Prefix}-nn`", guide, StringComparison.Ordinal));
        Assert.All(Contracts.All, contract => Assert.Contains($"`{contract.Port.Name}`", guide, StringComparison.Ordinal));
    }
}
