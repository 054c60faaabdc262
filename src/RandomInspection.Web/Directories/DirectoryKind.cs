using System.Globalization;
using Microsoft.AspNetCore.Http;
using RandomInspection.Directories;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>One of the two directories: where its pages are and what it is called.</summary>
internal sealed record DirectoryKind(string Stream, string Href, string Chinese, string English, string ChineseUnit, string ChineseOne, string EnglishOne)
{
    public static readonly DirectoryKind Subjects = new(
        DirectoryEvent.Stream, "/directories", "监管对象名录", "Subject directory", "户", "监管对象", "subject");

    public static readonly DirectoryKind Inspectors = new(
        InspectorDirectoryEvent.Stream, "/directories/inspectors", "执法检查人员名录", "Inspector directory", "人", "执法检查人员", "inspector");

    public string ImportHref => $"{Href}/import";

    public string MergesHref => $"{Href}/merges";

    /// <summary>The directory of a page, by its address.</summary>
    public static DirectoryKind Of(PathString path) => path.StartsWithSegments(Inspectors.Href, StringComparison.Ordinal) ? Inspectors : Subjects;

    public string MergeHref(long version) => $"{MergesHref}/{version.ToString(CultureInfo.InvariantCulture)}";

    public string Name(Tongue tongue) => tongue.T(Chinese, English);

    public string Unit(Tongue tongue) => tongue.T(ChineseUnit, "");
}
