using System.Diagnostics;
using System.Globalization;
using Xunit.v3;

namespace RandomInspection.Mutation;

/// <summary>Ends a process in which a mutant keeps a test running: the tool itself would wait as long as all tests of the area take. The tool then asks the same once more, and the first test says that it was noticed.</summary>
internal static class Clock
{
    private const int Times = 10;
    private const int Floor = 5_000;
    private static readonly Dictionary<string, long> Limits = [];
    private static long until = long.MaxValue;

    /// <summary>Before a test: whether the mutant at work has kept one running already, else how long this one may take.</summary>
    internal static void Start(IXunitTest test)
    {
        if (Statics.Build is null || Statics.Records || Statics.Active() is not (>= 0 and int mutant))
        {
            return;
        }

        if (File.Exists(Late(mutant)))
        {
            throw new InvalidOperationException("A test did not end.");
        }

        if (Limits.Count == 0)
        {
            foreach (string[] line in Directory.GetFiles(AppContext.BaseDirectory, $"took-{Statics.Build}-*").SelectMany(File.ReadLines).Select(line => line.Split(' ')))
            {
                Limits[line[0]] = (Times * long.Parse(line[1], CultureInfo.InvariantCulture)) + Floor;
            }

            Limits[""] = 0; // read, even if nothing was there
            new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        }

        if (Limits.TryGetValue(test.UniqueID, out long limit) && test.TestCase.TestClassName != typeof(AloneTests).FullName)
        {
            Volatile.Write(ref until, Environment.TickCount64 + limit);
        }
    }

    /// <summary>After a test: in the run that records, how long it took.</summary>
    internal static void Stop(IXunitTest test)
    {
        Volatile.Write(ref until, long.MaxValue);
        if (Statics.Records && TestContext.Current.TestState is { ExecutionTime: { } time })
        {
            File.AppendAllText(Path.Combine(AppContext.BaseDirectory, $"took-{Statics.Build}-{Environment.ProcessId}.txt"), string.Create(CultureInfo.InvariantCulture, $"{test.UniqueID} {(long)time}\n"));
        }
    }

    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(250);
            if (Environment.TickCount64 > Volatile.Read(ref until))
            {
                File.WriteAllText(Late(Statics.Active()), "");
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    private static string Late(int mutant) => Path.Combine(AppContext.BaseDirectory, $"late-{Statics.Build}-{mutant}.txt");
}
