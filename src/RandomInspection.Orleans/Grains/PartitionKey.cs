using System.Globalization;

namespace RandomInspection.Orleans.Grains;

/// <summary>Which grain works on a partition: every attempt is one of its own, so that nobody waits for one that does not answer.</summary>
internal sealed record PartitionKey(string Draw, int Partition, int Attempt, string Source)
{
    public static PartitionKey Parse(string key)
    {
        string[] parts = key.Split('|', 4);
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Draw}|{Partition}|{Attempt}|{Source}");
}
