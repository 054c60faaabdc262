namespace RandomInspection.Matching;

/// <summary>直接指派：a seat that is given before the match and does not move; it counts in the load.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Department">The department whose team it is.</param>
/// <param name="Reason">Why, a label; <see langword="null"/> if recorded elsewhere.</param>
/// <param name="Approver">Who approved it, a label; <see langword="null"/> if recorded elsewhere.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(六): only in named special cases, with reason and a second person's approval.</remarks>
public sealed record LockedSeat(string Visit, string Inspector, string Department, string? Reason = null, string? Approver = null);
