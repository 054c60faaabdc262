using System.Globalization;
using Cluster;

// Cluster silo --number N --folder DIR --postgres "Host=…"     one silo, until it is ended; RI_CLUSTER_KEY is the key that seals what is stored, 64 hex characters
// Cluster faults --folder DIR --postgres "Host=…" [--units N] [--partitions N] [--draws N] [--seed N] [--out FILE]
//                                                              four silos that are killed and frozen while they draw
Dictionary<string, string> given = [];
for (int i = 1; i + 1 < args.Length; i += 2)
{
    given[args[i]] = args[i + 1];
}

switch (args.FirstOrDefault())
{
    case "silo":
        await SiloHost.RunAsync(Number("--number", 0), given["--postgres"], given["--folder"]);
        return 0;
    case "faults":
        FaultRun run = new(given["--folder"], given["--postgres"], Number("--units", 1_000_000), Number("--partitions", 32), Number("--seed", Environment.TickCount & 0xffff));
        return await run.RunAsync(Number("--draws", 10), given.GetValueOrDefault("--out"));
    default:
        Console.Error.WriteLine("Cluster silo --number N --folder DIR --postgres CONNECTION");
        Console.Error.WriteLine("Cluster faults --folder DIR --postgres CONNECTION [--units N] [--partitions N] [--draws N] [--seed N] [--out FILE]");
        return 2;
}

int Number(string name, int otherwise) => given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
