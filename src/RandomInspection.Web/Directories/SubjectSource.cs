using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>A kept file, and which of its columns give what. Its pages' addresses say it in full, so that nothing is lost by a restart.</summary>
internal sealed record SubjectSource(string Digest, string Name, SubjectColumns Columns)
{
    private const int LongestName = 120;

    /// <summary>The page on which columns are mapped.</summary>
    public string ColumnsHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}{Query()}";

    /// <summary>The page of the dry run.</summary>
    public string CheckHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/check{Query()}";

    /// <summary>All findings as CSV.</summary>
    public string FindingsHref => $"{ImportHref}/{Uri.EscapeDataString(Digest)}/findings.csv{Query()}";

    public const string ImportHref = "/directories/import";

    public static string JobHref(string id) => $"{ImportHref}/jobs/{id}";

    public static string JobEventsHref(string id) => $"{ImportHref}/jobs/{id}/events";

    public static string MergeHref(long version) => $"/directories/merges/{version.ToString(CultureInfo.InvariantCulture)}";

    public static string SubjectHref(string code) => $"/directories/{Uri.EscapeDataString(code)}";

    /// <summary>A file's name without its folder, cut, and with nothing in it that is not text.</summary>
    public static string PlainName(string? name)
    {
        string last = (name ?? "").Split('/', '\\')[^1];
        string plain = string.Concat(last.EnumerateRunes().Where(rune => System.Text.Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)).Take(LongestName)).Trim();
        return plain.Length == 0 ? "subjects.csv" : plain;
    }

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
