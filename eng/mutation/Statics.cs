using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(RandomInspection.Mutation.Statics))]

namespace RandomInspection.Mutation;

/// <summary>Sees to it that what is set once in a process is judged in a process of its own: a mutant that acts while a static field is filled changes nothing in a process that has filled it already, and would change everything after it in one that has not.</summary>
/// <remarks>
/// Every process begins by filling all static fields with no mutant at work, and what is reached meanwhile is written down (in the run that records what each test reaches, as reached by every test).
/// A process started for such a mutant fills nothing beforehand and serves that mutant only: before the first test of a run one that serves another ends itself, and the tool starts the next.
/// </remarks>
public sealed class Statics
{
    private const BindingFlags Fields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly HashSet<int> Reached = [];
    private static bool mutated;
    private static int only = -1;

    /// <summary>Before the first test of a run.</summary>
    public Statics()
    {
        int mutant = Active();
        if (mutated && (only < 0 ? Reached.Contains(mutant) : mutant != only))
        {
            Process.GetCurrentProcess().Kill(); // the mutant needs a process of its own
        }
    }

#pragma warning disable CA2255 // the program of the tests is the runner's: nothing else of ours runs before it
    [ModuleInitializer]
    internal static void Begin()
#pragma warning restore CA2255
    {
        Assembly[] ours = [typeof(Statics).Assembly, .. typeof(Statics).Assembly.GetReferencedAssemblies()
            .Where(a => a.Name!.StartsWith("RandomInspection", StringComparison.Ordinal) || a.Name == "Canary").Select(Assembly.Load)];
        Type? control = ours.SelectMany(a => a.GetTypes()).FirstOrDefault(t => t.Name == "MutantControl");
        if (control is null)
        {
            return;
        }

        mutated = true;
        string known = Path.Combine(AppContext.BaseDirectory, $"statics-{control.Module.ModuleVersionId:N}.txt");
        if (File.Exists(known))
        {
            Reached.UnionWith(File.ReadAllLines(known).Select(int.Parse));
            if (Reached.Contains(Active()))
            {
                only = Active();
                return;
            }
        }

        FieldInfo records = control.GetField("CaptureCoverage")!;
        bool recorded = (bool)records.GetValue(null)!;
        records.SetValue(null, true);
        foreach (Type type in ours.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters && t.Name is not ("MutantControl" or "MutantContext")))
        {
            Fill(type);
        }

        records.SetValue(null, recorded);
        (List<int> reached, List<int> asStatic) = (Covered("_coveredMutants"), Covered("_coveredStaticMutants"));
        if (!File.Exists(known))
        {
            Reached.UnionWith(reached);
            Write(known, reached.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (recorded)
        {
            asStatic.AddRange(reached.Except(asStatic).ToArray());
        }
        else
        {
            control.GetMethod("ResetCoverage")!.Invoke(null, null);
        }

        List<int> Covered(string name) => (List<int>)control.GetField(name, Fields)!.GetValue(null)!;
    }

    /// <summary>Writes a file whole: a process beside this one may be reading it.</summary>
    internal static void Write(string file, IEnumerable<string> lines)
    {
        string whole = $"{file}.{Environment.ProcessId}";
        File.WriteAllLines(whole, lines);
        File.Move(whole, file, overwrite: true);
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

    private static int Active()
    {
        string? file = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");
        if (string.IsNullOrEmpty(file) || !File.Exists(file))
        {
            return -1;
        }

        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> id = stackalloc byte[sizeof(int)];
        return stream.ReadAtLeast(id, id.Length, throwOnEndOfStream: false) == id.Length ? BitConverter.ToInt32(id) : -1;
    }
}
