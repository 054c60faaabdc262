namespace RandomInspection.Directories;

/// <summary>The version of a special directory that a task's criteria were taken from.</summary>
/// <param name="Special">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Version">The version, from 1.</param>
public sealed record NamedDirectory(string Special, string Name, int Version);
