namespace RandomInspection.HostLoad;

/// <summary>A visit that is underway, and the session of an officer of its team.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Item">An item of it.</param>
/// <param name="Cookies">The officer's session, as the header says it.</param>
/// <param name="Token">What the officer's forms carry.</param>
internal sealed record Underway(string Visit, string Item, string Cookies, string Token);
