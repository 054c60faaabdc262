using System.Globalization;
using System.Text;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>A kept file on its way into a directory. Its pages' addresses say everything, so that nothing is lost by a restart.</summary>
internal abstract record ImportSource(string Digest, string Name)
{
    private const int LongestName = 120;

    /// <summary>Into which directory.</summary>
    public abstract DirectoryKind Kind { get; }

    /// <summary>The page of the dry run.</summary>
    public abstract string CheckHref { get; }

    /// <summary>All findings as CSV.</summary>
    public abstract string FindingsHref { get; }

    /// <summary>The page of a job; one for both directories.</summary>
    public static string JobHref(string id) => $"/directories/import/jobs/{id}";

    public static string JobEventsHref(string id) => $"{JobHref(id)}/events";

    /// <summary>A file's name without its folder, cut, and with nothing in it that is not text.</summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="otherwise">What it is called if nothing is left.</param>
    public static string PlainName(string? name, string otherwise)
    {
        string last = (name ?? "").Split('/', '\\')[^1];
        string plain = string.Concat(last.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)).Take(LongestName)).Trim();
        return plain.Length == 0 ? otherwise : plain;
    }
}
