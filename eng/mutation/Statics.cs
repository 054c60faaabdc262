using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RandomInspection.Mutation;

/// <summary>What is set once in a process: a mutant that acts while a static field is filled changes nothing in a process that has filled it already, and would change everything after it in one that has not.</summary>
/// <remarks>
/// Every process that judges one mutant after another begins by filling all static fields with no mutant at work, and knows what that reached (in the run that records what each test reaches, it is recorded as reached by every test).
/// Such a mutant meets the tests like any other, and, unless one of them notices it, once more in a process that fills nothing beforehand (<see cref="AloneTests"/>).
/// </remarks>
internal static class Statics
{
    private const BindingFlags Fields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly HashSet<int> Filled = [];
    private static readonly HashSet<int> Seen = [];
    private static Type? control;
    private static bool recording;
    private static HashSet<int>? elsewhere;

    /// <summary>Whether this process records what each test reaches.</summary>
    internal static bool Records => recording;

    /// <summary>The mutated assembly, in the names of what is written down beside the tests.</summary>
    internal static string? Build => control?.Module.ModuleVersionId.ToString("N");

    /// <summary>Whether this process was started for one mutant only.</summary>
    internal static bool Alone { get; } = Environment.GetEnvironmentVariable(AloneTests.Variable) is not null;

    /// <summary>The mutant at work, if it acts while static fields are filled.</summary>
    internal static int? Mutant => !Alone && !recording && Active() is int mutant && Filled.Contains(mutant) ? mutant : null;

    /// <summary>Whether a test reaches that mutant outside the filling, too.</summary>
    internal static bool ActsElsewhere(int mutant) => (elsewhere ??= ReadElsewhere()).Contains(mutant);

    /// <summary>After each test of the run that records: what it reached.</summary>
    internal static void Note()
    {
        if (!recording)
        {
            return;
        }

        string[] more = [.. Covered("_coveredMutants").ToArray().Where(Seen.Add).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        if (more.Length > 0)
        {
            File.AppendAllLines($"{Elsewhere()}{Environment.ProcessId}.txt", more);
        }
    }

    [ModuleInitializer]
#pragma warning disable CA2255 // the program of the tests is the runner's: nothing else of ours runs before it
    internal static void Begin()
#pragma warning restore CA2255
    {
        AssemblyName[] under = [.. typeof(Statics).Assembly.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("RandomInspection", StringComparison.Ordinal) || a.Name == "Canary")];
        Optimized.Free(under.Select(a => Path.Combine(AppContext.BaseDirectory, a.Name + ".dll")));
        Assembly[] ours = [typeof(Statics).Assembly, .. under.Select(Assembly.Load)];
        control = ours.SelectMany(a => a.GetTypes()).FirstOrDefault(t => t.Name == "MutantControl");
        if (control is null || Alone)
        {
            return;
        }

        FieldInfo records = control.GetField("CaptureCoverage")!;
        recording = (bool)records.GetValue(null)!;
        records.SetValue(null, true);
        foreach (Type type in ours.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters && t.Name is not ("MutantControl" or "MutantContext")))
        {
            Fill(type);
        }

        records.SetValue(null, recording);
        (List<int> reached, List<int> asStatic) = (Covered("_coveredMutants"), Covered("_coveredStaticMutants"));
        Filled.UnionWith(reached);
        if (recording)
        {
            asStatic.AddRange(reached.Except(asStatic).ToArray());
            reached.Clear();
        }
        else
        {
            control.GetMethod("ResetCoverage")!.Invoke(null, null);
        }
    }

    private static List<int> Covered(string name) => (List<int>)control!.GetField(name, Fields)!.GetValue(null)!;

    private static string Elsewhere() => Path.Combine(AppContext.BaseDirectory, $"elsewhere-{Build}-");

    private static HashSet<int> ReadElsewhere()
    {
        string prefix = Path.GetFileName(Elsewhere());
        return [.. Directory.GetFiles(AppContext.BaseDirectory, prefix + "*").SelectMany(File.ReadLines).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    private static void Fill(Type type)
    {
        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            foreach (FieldInfo late in type.GetFields(Fields).Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Lazy<>)))
            {
                late.FieldType.GetProperty("Value")!.GetValue(late.GetValue(null));
            }
        }
        catch (Exception e) when (e is TypeInitializationException or TargetInvocationException)
        {
            // The tests that need it say so.
        }
    }

    /// <summary>The mutant at work, or −1.</summary>
    internal static int Active()
    {
        string? file = Environment.GetEnvironmentVariable(AloneTests.MutantFile);
        if (string.IsNullOrEmpty(file) || !File.Exists(file))
        {
            return -1;
        }

        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> id = stackalloc byte[sizeof(int)];
        return stream.ReadAtLeast(id, id.Length, throwOnEndOfStream: false) == id.Length ? BitConverter.ToInt32(id) : -1;
    }
}
