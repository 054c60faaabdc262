namespace RandomInspection.Web.Shared;

/// <summary>All of the logs on which a public answer can depend: while it stays equal, so do the answers of one day.</summary>
/// <param name="Root">The root of the public log's tree.</param>
/// <param name="Opened">How often something of the sealed log was seen that the public may know: a secret ended, or went on after it had.</param>
internal sealed record PublicState(string Root, long Opened);
