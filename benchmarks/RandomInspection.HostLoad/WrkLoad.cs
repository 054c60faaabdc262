namespace RandomInspection.HostLoad;

/// <summary>What is asked for.</summary>
/// <param name="What">In words.</param>
/// <param name="Address">Where.</param>
/// <param name="Script">A script of wrk that makes the requests; <see langword="null"/> to read the address.</param>
internal sealed record WrkLoad(string What, Uri Address, string? Script = null);
