namespace RandomInspection.Inspections;

/// <summary>直接指派的特殊情况：why an officer cannot be matched at random.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(六) asks for a special case and leaves open which; these are the profile's own.</remarks>
public enum AssignmentCase
{
    /// <summary>匹配无人可派：the match found nobody for the seat.</summary>
    NobodyMatched = 0,

    /// <summary>专业能力特殊：only certain officers are able to inspect this.</summary>
    SpecialExpertise = 1,

    /// <summary>突发紧急：the officer falls out at a time when nobody else can come.</summary>
    Emergency = 2,
}
