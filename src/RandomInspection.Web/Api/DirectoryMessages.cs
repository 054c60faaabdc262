using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Web.Api;

/// <summary>A subject.</summary>
internal sealed record SubjectResource(string Code, string Name, string Kind, string Region, string Trade, string CreditClass, SubjectStatus Status, LocalDate? EstablishedOn, string AnswersFor)
{
    public static SubjectResource Of(Subject subject) =>
        new(subject.Code, subject.Name, subject.Kind, subject.Region, subject.Trade, subject.CreditClass, subject.Status, subject.EstablishedOn, subject.AnswersFor);
}

/// <summary>An inspector.</summary>
internal sealed record InspectorResource(string Id, string Name, string DepartmentId, InspectorKind Kind, InspectorLevel Level, ImmutableArray<string> Regions, ImmutableArray<string> Qualifications, int? Capacity, InspectorStatus Status)
{
    public static InspectorResource Of(Inspector inspector) => new(
        inspector.Id, inspector.Name, inspector.DepartmentId, inspector.Kind, inspector.Level, inspector.Regions, inspector.Qualifications, inspector.Capacity, inspector.Status);
}

/// <summary>A special directory.</summary>
internal sealed record SpecialDirectoryResource(string Id, string DepartmentId, string Name, int Version, bool IsRetired)
{
    public static SpecialDirectoryResource Of(SpecialDirectoryView special) => new(special.Key, special.DepartmentId, special.Name, special.Version, special.IsRetired);
}

/// <summary>A file that is kept for a day, unless it is merged.</summary>
/// <param name="Digest">By which it is named from now on.</param>
/// <param name="Size">Bytes.</param>
internal sealed record KeptFileResource(string Digest, long Size);

/// <summary>What merging a file would do.</summary>
/// <param name="Version">The directory's version with which it was compared; the merge names it.</param>
/// <param name="Findings">The first 200.</param>
internal sealed record MergeCheckResource(long Version, int Rows, int Errors, int Warnings, int Inserted, int Updated, int Unchanged, ImmutableArray<FindingResource> Findings);

/// <summary>A finding in a file.</summary>
internal sealed record FindingResource(long Line, string Column, string Severity, string Code, string Reason, string Remedy);

/// <summary>A kept file.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Name">Its name, by whose end its format is known.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MergeFileBody(string Digest, string Name) : IApiBody<MergeFileBody>
{
    public static MergeFileBody Chinese => new(new string('0', 64), "市场主体.csv");

    public static MergeFileBody English => new(new string('0', 64), "subjects.csv");
}

/// <summary>A file that was checked and is to be merged.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The directory's version of the dry run.</param>
/// <param name="LeaveOutRefused">Whether rows that are refused are left out; without it none may be.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MergeBody(string Digest, string Name, int Version, bool LeaveOutRefused = false) : IApiBody<MergeBody>
{
    public static MergeBody Chinese => new(new string('0', 64), "市场主体.csv", 0);

    public static MergeBody English => new(new string('0', 64), "subjects.csv", 0);
}

/// <summary>A special directory that is saved.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SpecialDirectoryBody(string Name, CriteriaBody Criteria, string Reason) : IApiBody<SpecialDirectoryBody>
{
    public static SpecialDirectoryBody Chinese => new("餐饮服务单位", new CriteriaBody(CreditClasses: ["C", "D"]), "专项检查用");

    public static SpecialDirectoryBody English => new("Restaurants", new CriteriaBody(CreditClasses: ["C", "D"]), "For special checks");
}

/// <summary>A special directory as it is to be.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CriteriaReasonBody(CriteriaBody Criteria, string Reason) : IApiBody<CriteriaReasonBody>
{
    public static CriteriaReasonBody Chinese => new(new CriteriaBody(CreditClasses: ["D"]), "缩小范围");

    public static CriteriaReasonBody English => new(new CriteriaBody(CreditClasses: ["D"]), "Narrower");
}
