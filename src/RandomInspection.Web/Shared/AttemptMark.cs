namespace RandomInspection.Web.Shared;

/// <summary>Says of a request that it was refused because of who asked, though its answer does not: another department's matter is answered as one that is not there.</summary>
/// <param name="Code">The code of the refusal.</param>
internal sealed record AttemptMark(string Code);
