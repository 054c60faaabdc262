using System.Diagnostics;
using System.Globalization;
using Xunit.v3;

namespace RandomInspection.Mutation;

/// <summary>Ends a process in which a mutant keeps a test running: the tool itself would wait as long as all tests of the area take. The tool then asks the same once more, and the first test says that it was noticed.</summary>
internal static class Clock
{
    private const int Times = 4;
    private const int Floor = 3_000;
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
            foreach ((string id, _, long took) in Took())
            {
                Limits[id] = (Times * took) + Floor;
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
            File.AppendAllText(Path.Combine(AppContext.BaseDirectory, $"took-{Statics.Build}-{Environment.ProcessId}.txt"), string.Create(CultureInfo.InvariantCulture, $"{test.UniqueID} {test.TestCase.TestClassName} {(long)time}\n"));
        }
    }

    /// <summary>What every test took in the run that recorded, in milliseconds.</summary>
    internal static IEnumerable<(string Test, string Class, long Took)> Took() =>
        from file in Directory.GetFiles(AppContext.BaseDirectory, $"took-{Statics.Build}-*")
        from line in File.ReadLines(file)
        let words = line.Split(' ')
        select (words[0], words[1], long.Parse(words[2], CultureInfo.InvariantCulture));

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
