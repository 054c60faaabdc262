namespace RandomInspection.TestKit;

/// <summary>One case being put to one implementation.</summary>
/// <typeparam name="T">What is proved.</typeparam>
/// <param name="Subject">What is proved, new and empty.</param>
/// <param name="Settings">How much to ask.</param>
/// <param name="Cancellation">Cancels the case.</param>
internal sealed record Trial<T>(T Subject, ConformanceSettings Settings, CancellationToken Cancellation)
    where T : class;
