namespace RandomInspection.Planning;

/// <summary>重点监管对象：a subject that never rests, by name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Reason">Why; auditors read it.</param>
public sealed record KeySubject(string Code, string Reason);

/// <summary>Why a task lets nobody rest.</summary>
/// <param name="Kind">The ground.</param>
/// <param name="Reason">The reason in words; published with the design.</param>
public sealed record ExemptTask(RestingExemption Kind, string Reason);
