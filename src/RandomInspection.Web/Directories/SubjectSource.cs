using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>A kept file of subjects, and which of its columns give what.</summary>
internal sealed record SubjectSource(string Digest, string Name, SubjectColumns Columns) : ImportSource(Digest, Name)
{
    public const string ImportHref = "/directories/import";

    public override DirectoryKind Kind => DirectoryKind.Subjects;

    /// <summary>The page on which columns are mapped.</summary>
    public string ColumnsHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}{Query()}";

    public override string CheckHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/check{Query()}";

    public override string FindingsHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/findings.csv{Query()}";

    public static string SubjectHref(string code) => $"/directories/{Uri.EscapeDataString(code)}";

    public static string PlainName(string? name) => PlainName(name, "subjects.csv");

    private QueryString Query()
    {
        QueryBuilder query = new() { { "name", Name } };
        foreach (ColumnField field in ColumnField.All)
        {
            if (field.Of(Columns) is { } header)
            {
                query.Add(field.Parameter, header);
            }
        }

        return query.ToQueryString();
    }
}
