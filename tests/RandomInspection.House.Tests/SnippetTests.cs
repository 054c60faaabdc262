using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RandomInspection.Tests;

/// <summary>Every piece of C# that a document shows compiles against what is shipped.</summary>
public sealed partial class SnippetTests
{
    private const string Host = "static WebApplicationBuilder builder; static WebApplication app; ", Cancellation = "static CancellationToken cancellation; ";

    // What a snippet takes as given, by document. What is shown of conformance suites is compiled as it stands in the tests of their guide, the bridge's in its own solution.
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["README.md"] = "static string seed; ",
        ["README.zh-CN.md"] = "static string seed; ",
        ["docs/calendars.md"] = "",
        ["docs/credit.md"] = Cancellation + "static DishonestyList dishonesty; static IServiceCollection services; ",
        ["docs/directories.md"] = Cancellation + "static ISubjectDirectory directory; ",
        ["docs/drawing.md"] = "static string seed; ",
        ["docs/embedding.md"] = Host + "static IEnumerable<(string Number, string District, string Risk)> firms; static Frame frame; static string design; static DrawCeremony ceremony; static Instant now; "
            + "static System.Collections.Immutable.ImmutableSortedDictionary<string, long> leftOut; static RandomInspectionBuilder UseOwnStore(this RandomInspectionBuilder builder, string path) => builder; "
            + "static IEnumerable<RandomInspection.Catalogue.InspectionItem> items; static IEnumerable<Department> departments; static System.Collections.Immutable.ImmutableArray<Person> people; ",
        ["docs/exchange.md"] = Host + "static ExchangePartner province; ",
        ["docs/matching.md"] = "static string seed; ",
        ["docs/scale.md"] = "static FrameKey key; static DrawDesign design; static Seed seed; static IFrameSource source; static StreamedDraw draw; static FrameCensus census; "
            + "static FrameCensus[] censuses; static DrawPartial other; static IEnumerable<FramePartition> committed; ",
        ["docs/signatures.md"] = Host + "static ECDsa key; ",
        ["docs/stores.md"] = Host,
        ["src/RandomInspection.BouncyCastle/README.md"] = Host + "static Sm2Signer sm2; ",
        ["src/RandomInspection.Domain/README.md"] = "static string seed; ",
        ["src/RandomInspection.EntityFrameworkCore/README.md"] = Host,
        ["src/RandomInspection.Exchange/README.md"] = Host + "static string agentId; static WebhookKey.Secret secret; ",
        ["src/RandomInspection.Frames/README.md"] = "static FrameKey key; static DrawDesign design; static Seed seed; ",
        ["src/RandomInspection.Web/README.md"] = Host,
    };

    private static readonly string[] Elsewhere = ["docs/testkit.md", "src/RandomInspection.TestKit/README.md", "src/RandomInspection.TestKit.Xunit/README.md", "src/RandomInspection.Ardalis/README.md"];

    public static TheoryData<string> Documents => [.. DocumentFiles.All.Where(document => DocumentFiles.Blocks(document, "csharp").Any()).Except(Elsewhere)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Snippets_OfADocument_Compile(string document)
    {
        Assert.True(Given.ContainsKey(document), $"{document} shows C#: say in {nameof(SnippetTests)} what it takes as given.");
        foreach (string snippet in DocumentFiles.Blocks(document, "csharp"))
        {
            CSharpCompilation compilation = CSharpCompilation.Create(
                "Snippet", [CSharpSyntaxTree.ParseText(Program(snippet, Given[document]), cancellationToken: TestContext.Current.CancellationToken)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            string[] errors = [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString())];
            Assert.True(errors.Length == 0, $"{snippet}\n{string.Join('\n', errors)}");
        }
    }

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>A snippet as the body of a method; what it names of this library need not be imported line by line in a page about one feature.</summary>
    private static string Program(string snippet, string given) =>
        $$"""
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Security.Cryptography; using System.Threading; using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; using NodaTime;
        using RandomInspection; using RandomInspection.BouncyCastle; using RandomInspection.Calendars; using RandomInspection.Credit; using RandomInspection.Directories; using RandomInspection.Drawing;
        using RandomInspection.Drawing.Scale; using RandomInspection.EntityFrameworkCore; using RandomInspection.Exchange; using RandomInspection.Frames; using RandomInspection.Ledger; using RandomInspection.Matching; using RandomInspection.Planning; using RandomInspection.Web;
        internal static class Shown
        {
            {{given}}
            internal static async Task RunAsync()
            {
        {{Using().Replace(snippet, "")}}
                await Task.CompletedTask;
            }
        }
        """;

    [GeneratedRegex(@"^using [\w.]+;$", RegexOptions.Multiline)]
    private static partial Regex Using();
}
