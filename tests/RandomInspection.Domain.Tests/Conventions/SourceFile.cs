using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RandomInspection.Tests.Conventions;

/// <summary>A source file of the repository, parsed.</summary>
/// <param name="Path">Below <c>src</c>, with slashes.</param>
/// <param name="Text">The text.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string Source = System.IO.Path.Combine(RepositoryFiles.Root, "src");

    public SyntaxNode Root { get; } = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    /// <summary>The C# files of these projects, of all projects if none is named.</summary>
    public static IReadOnlyList<SourceFile> Of(params string[] projects)
    {
        IEnumerable<string> folders = projects.Length == 0 ? Directory.GetDirectories(Source) : projects.Select(p => System.IO.Path.Combine(Source, "RandomInspection." + p));
        return
        [
            .. folders.SelectMany(f => Directory.GetFiles(f, "*.cs", SearchOption.AllDirectories))
                .Select(f => (Full: f, Path: System.IO.Path.GetRelativePath(Source, f).Replace('\\', '/')))
                .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => new SourceFile(f.Path, File.ReadAllText(f.Full))),
        ];
    }

    public string At(SyntaxNodeOrToken place) => $"{Path}:{place.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1} {place}";
}
