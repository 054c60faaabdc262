namespace RandomInspection.Tests;

[OnPostgreSql]
public sealed class InboxRunTestsOnPostgreSql : InboxRunTests;
