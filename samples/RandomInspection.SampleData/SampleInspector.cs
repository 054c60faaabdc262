using System.Collections.Immutable;

namespace RandomInspection.SampleData;

/// <summary>A fictional inspector (执法检查人员).</summary>
/// <param name="Id">The id, for example <c>scjg-07</c>.</param>
/// <param name="Name">The name, put together by a generator.</param>
/// <param name="DepartmentId">The department.</param>
/// <param name="Level">The level of the office.</param>
/// <param name="Regions">The labels of the regions in which the inspector works, in the order of the region codes.</param>
/// <param name="Qualifications">The codes of the department's items that the inspector is qualified for, in their order.</param>
/// <param name="Certificate">The certificate, or <see langword="null"/> for staff in daily supervision, who are listed and not matched.</param>
/// <param name="CapacityVisits">How many visits the inspector can take part in during one task, 1 or more.</param>
/// <remarks>Equality compares the two lists by reference.</remarks>
public sealed record SampleInspector(
    string Id,
    string Name,
    string DepartmentId,
    SampleLevel Level,
    ImmutableArray<string> Regions,
    ImmutableArray<string> Qualifications,
    SampleCertificate? Certificate,
    int CapacityVisits);
