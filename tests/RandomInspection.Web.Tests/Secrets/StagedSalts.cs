using System.Security.Cryptography;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Secrets;

/// <summary>Salts that follow from the stage of the test and their number in it: what is done in another stage changes none.</summary>
internal sealed class StagedSalts : ISaltSource
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    private readonly Lock _one = new();

    /// <summary>What is done now.</summary>
    public string Stage { get; set; } = "";

    public string Next()
    {
        lock (_one)
        {
            int number = _given[Stage] = _given.GetValueOrDefault(Stage) + 1;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Stage} {number}")));
        }
    }
}
