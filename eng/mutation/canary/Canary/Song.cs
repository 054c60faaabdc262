namespace RandomInspection.Canary;

/// <summary>Small pieces whose mutants are known: `eng/mutation.sh` asks each time whether the tool still tells those that die from those that live.</summary>
public static class Song
{
    /// <summary>Every mutant of it dies: the tests look at what it returns.</summary>
    public static int Sum(int left, int right)
    {
        return left + right;
    }

    /// <summary>Tested far from the edge only: the mutant that moves the edge lives, the others die.</summary>
    public static bool IsLong(int notes)
    {
        return notes >= 100;
    }

    /// <summary>Run by a test that looks at nothing: every mutant of it lives.</summary>
    public static string Name()
    {
        return "canary";
    }

    /// <summary>Run by no test.</summary>
    public static int Silence(int bars)
    {
        return bars - 1;
    }

    /// <summary>Never ends without its counter: that mutant dies by the clock.</summary>
    public static int Count(int notes)
    {
        var counted = 0;
        while (counted != notes)
        {
            counted++;
        }

        return counted;
    }

    /// <summary>Stands in a field that is set once in a process: a tool that reuses the process and does not see to it lets its mutant live.</summary>
    private static readonly int Verses = 3 * 4;

    /// <summary>The number of verses.</summary>
    public static int HowManyVerses()
    {
        return Verses;
    }

    /// <summary>Set by its initialiser, once in a process: each of its mutants dies only in a process that began with it.</summary>
    public static IReadOnlyList<string> Voices { get; } = ["alto", "bass"];

    /// <summary>Asked once in a process, by a static field of the tests: its mutant dies only in a process that began with it.</summary>
    public static int Refrains(int verses)
    {
        return verses * 2;
    }

    /// <summary>Judged after the voices: tested with nothing extra only, so its mutant lives, unless a changed voice was left behind.</summary>
    public static int LettersOfAlto(int extra)
    {
        return Voices[0].Length + extra;
    }
}
