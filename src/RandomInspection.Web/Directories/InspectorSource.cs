using Microsoft.AspNetCore.Http.Extensions;

namespace RandomInspection.Web.Directories;

/// <summary>A kept file of inspectors. Its columns are known by their headers; those that are not are shown at the dry run.</summary>
internal sealed record InspectorSource(string Digest, string Name) : ImportSource(Digest, Name)
{
    public const string ImportHref = "/directories/inspectors/import";

    public override DirectoryKind Kind => DirectoryKind.Inspectors;

    public override string CheckHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/check{Query}";

    public override string FindingsHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/findings.csv{Query}";

    private string Query => new QueryBuilder { { "name", Name } }.ToString();

    /// <summary>The page of an inspector. A slash of an id stays one: a server does not decode it.</summary>
    public static string InspectorHref(string id) => $"/directories/inspector/{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}";

    public static string PlainName(string? name) => PlainName(name, "inspectors.csv");
}
