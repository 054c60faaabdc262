using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RandomInspection.Drawing.Scale;

/// <summary>The rounds of SHA-256 (FIPS 180-4 §6.2.2), each beside the word of 16 rounds later, so that neither waits for the other.</summary>
internal static class Sha256Rounds<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    // Written out 16 rounds a method, so that the registers need not move; more than that and the compiler keeps them in memory.
    // Optimised at once: a small draw is over before the runtime would have noticed that this is hot.

    /// <summary>A block, from a round to its end.</summary>
    /// <param name="round">The first round: 0, 8, …, 48.</param>
    /// <param name="k">The first round's constant.</param>
    /// <param name="w">The first round's word, with the 15 behind it, and room for all that follow.</param>
    /// <param name="working">The working variables before that round.</param>
    /// <param name="start">The state before the block.</param>
    /// <param name="state">Takes the state after it; may be the same.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Finish(int round, ref uint k, ref TVector w, ref TVector working, ref TVector start, ref TVector state)
    {
        unchecked
        {
            TVector a = working, b = Unsafe.Add(ref working, 1), c = Unsafe.Add(ref working, 2), d = Unsafe.Add(ref working, 3);
            TVector e = Unsafe.Add(ref working, 4), f = Unsafe.Add(ref working, 5), g = Unsafe.Add(ref working, 6), h = Unsafe.Add(ref working, 7);
            TVector bc = TLanes.Differ(b, c);
            for (; round < 48; round += 8)
            {
                Eight<Extending<TVector, TLanes>>(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref bc, ref k, ref w);
                k = ref Unsafe.Add(ref k, 8);
                w = ref Unsafe.Add(ref w, 8);
            }

            for (; round < 64; round += 8)
            {
                Eight<Closing<TVector, TLanes>>(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref bc, ref k, ref w);
                k = ref Unsafe.Add(ref k, 8);
                w = ref Unsafe.Add(ref w, 8);
            }

            state = TLanes.Add(start, a);
            Unsafe.Add(ref state, 1) = TLanes.Add(Unsafe.Add(ref start, 1), b);
            Unsafe.Add(ref state, 2) = TLanes.Add(Unsafe.Add(ref start, 2), c);
            Unsafe.Add(ref state, 3) = TLanes.Add(Unsafe.Add(ref start, 3), d);
            Unsafe.Add(ref state, 4) = TLanes.Add(Unsafe.Add(ref start, 4), e);
            Unsafe.Add(ref state, 5) = TLanes.Add(Unsafe.Add(ref start, 5), f);
            Unsafe.Add(ref state, 6) = TLanes.Add(Unsafe.Add(ref start, 6), g);
            Unsafe.Add(ref state, 7) = TLanes.Add(Unsafe.Add(ref start, 7), h);
        }
    }

    /// <summary>The first 16 rounds of a block whose second half is zero but for the length: words 8 to 14 are not looked at.</summary>
    /// <param name="k">The constants.</param>
    /// <param name="w">The words, and room for 16 more.</param>
    /// <param name="start">The state before the block.</param>
    /// <param name="working">Takes the working variables.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void BeginShort(ref uint k, ref TVector w, ref TVector start, ref TVector working)
    {
        unchecked
        {
            TVector a = start, b = Unsafe.Add(ref start, 1), c = Unsafe.Add(ref start, 2), d = Unsafe.Add(ref start, 3);
            TVector e = Unsafe.Add(ref start, 4), f = Unsafe.Add(ref start, 5), g = Unsafe.Add(ref start, 6), h = Unsafe.Add(ref start, 7);
            TVector bc = TLanes.Differ(b, c);
            Eight<ShortFirst<TVector, TLanes>>(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref bc, ref k, ref w);
            Eight<ShortSecond<TVector, TLanes>>(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref bc, ref Unsafe.Add(ref k, 8), ref Unsafe.Add(ref w, 8));
            working = a;
            Unsafe.Add(ref working, 1) = b;
            Unsafe.Add(ref working, 2) = c;
            Unsafe.Add(ref working, 3) = d;
            Unsafe.Add(ref working, 4) = e;
            Unsafe.Add(ref working, 5) = f;
            Unsafe.Add(ref working, 6) = g;
            Unsafe.Add(ref working, 7) = h;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight<TStep>(ref TVector a, ref TVector b, ref TVector c, ref TVector d, ref TVector e, ref TVector f, ref TVector g, ref TVector h, ref TVector y, ref uint k, ref TVector w)
        where TStep : struct, IScheduleStep<TVector>
    {
        unchecked
        {
            TVector one, x;
            one = TLanes.One(e, f, g, TStep.Add(h, ref w, 0), TLanes.Broadcast(k));
            d = TLanes.Add(d, one);
            x = TLanes.Differ(a, b);
            h = TLanes.Two(a, b, c, x, y, one);
            TStep.Extend(ref w, 0);
            one = TLanes.One(d, e, f, TStep.Add(g, ref w, 1), TLanes.Broadcast(Unsafe.Add(ref k, 1)));
            c = TLanes.Add(c, one);
            y = TLanes.Differ(h, a);
            g = TLanes.Two(h, a, b, y, x, one);
            TStep.Extend(ref w, 1);
            one = TLanes.One(c, d, e, TStep.Add(f, ref w, 2), TLanes.Broadcast(Unsafe.Add(ref k, 2)));
            b = TLanes.Add(b, one);
            x = TLanes.Differ(g, h);
            f = TLanes.Two(g, h, a, x, y, one);
            TStep.Extend(ref w, 2);
            one = TLanes.One(b, c, d, TStep.Add(e, ref w, 3), TLanes.Broadcast(Unsafe.Add(ref k, 3)));
            a = TLanes.Add(a, one);
            y = TLanes.Differ(f, g);
            e = TLanes.Two(f, g, h, y, x, one);
            TStep.Extend(ref w, 3);
            one = TLanes.One(a, b, c, TStep.Add(d, ref w, 4), TLanes.Broadcast(Unsafe.Add(ref k, 4)));
            h = TLanes.Add(h, one);
            x = TLanes.Differ(e, f);
            d = TLanes.Two(e, f, g, x, y, one);
            TStep.Extend(ref w, 4);
            one = TLanes.One(h, a, b, TStep.Add(c, ref w, 5), TLanes.Broadcast(Unsafe.Add(ref k, 5)));
            g = TLanes.Add(g, one);
            y = TLanes.Differ(d, e);
            c = TLanes.Two(d, e, f, y, x, one);
            TStep.Extend(ref w, 5);
            one = TLanes.One(g, h, a, TStep.Add(b, ref w, 6), TLanes.Broadcast(Unsafe.Add(ref k, 6)));
            f = TLanes.Add(f, one);
            x = TLanes.Differ(c, d);
            b = TLanes.Two(c, d, e, x, y, one);
            TStep.Extend(ref w, 6);
            one = TLanes.One(f, g, h, TStep.Add(a, ref w, 7), TLanes.Broadcast(Unsafe.Add(ref k, 7)));
            e = TLanes.Add(e, one);
            y = TLanes.Differ(b, c);
            a = TLanes.Two(b, c, d, y, x, one);
            TStep.Extend(ref w, 7);
        }
    }
}

/// <summary>What is known of the words of some rounds.</summary>
internal interface IScheduleStep<TVector>
    where TVector : struct
{
    /// <summary>h and the word of a round.</summary>
    /// <param name="h">h.</param>
    /// <param name="w">The word of the first of eight rounds.</param>
    /// <param name="round">Which of the eight, from 0.</param>
    static abstract TVector Add(TVector h, ref TVector w, [ConstantExpected] int round);

    /// <summary>Writes the word of 16 rounds later.</summary>
    /// <param name="w">The word of the first of eight rounds.</param>
    /// <param name="round">Which of the eight, from 0.</param>
    static abstract void Extend(ref TVector w, [ConstantExpected] int round);
}

/// <summary>Any words.</summary>
internal readonly struct Extending<TVector, TLanes> : IScheduleStep<TVector>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector h, ref TVector w, [ConstantExpected] int round) => TLanes.Add(h, Unsafe.Add(ref w, round));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Extend(ref TVector w, [ConstantExpected] int round)
    {
        w = ref Unsafe.Add(ref w, round);
        Unsafe.Add(ref w, 16) = TLanes.Next(w, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 14));
    }
}

/// <summary>The last words.</summary>
internal readonly struct Closing<TVector, TLanes> : IScheduleStep<TVector>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector h, ref TVector w, [ConstantExpected] int round) => TLanes.Add(h, Unsafe.Add(ref w, round));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Extend(ref TVector w, [ConstantExpected] int round)
    {
    }
}

/// <summary>Words 0 to 7, where words 8 to 14 are zero: what is made of these is left out.</summary>
internal readonly struct ShortFirst<TVector, TLanes> : IScheduleStep<TVector>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector h, ref TVector w, [ConstantExpected] int round) => TLanes.Add(h, Unsafe.Add(ref w, round));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Extend(ref TVector w, [ConstantExpected] int round)
    {
        w = ref Unsafe.Add(ref w, round);
        Unsafe.Add(ref w, 16) = round switch
        {
            0 => TLanes.Add(w, TLanes.Sigma0(Unsafe.Add(ref w, 1))),
            6 => TLanes.Next(w, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 14)),
            7 => TLanes.Add(TLanes.Add(w, Unsafe.Add(ref w, 9)), TLanes.Sigma1(Unsafe.Add(ref w, 14))),
            _ => TLanes.Add(TLanes.Add(w, TLanes.Sigma0(Unsafe.Add(ref w, 1))), TLanes.Sigma1(Unsafe.Add(ref w, 14))),
        };
    }
}

/// <summary>Words 8 to 15, where all but the last are zero.</summary>
internal readonly struct ShortSecond<TVector, TLanes> : IScheduleStep<TVector>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector h, ref TVector w, [ConstantExpected] int round) => round < 7 ? h : TLanes.Add(h, Unsafe.Add(ref w, round));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Extend(ref TVector w, [ConstantExpected] int round)
    {
        w = ref Unsafe.Add(ref w, round);
        Unsafe.Add(ref w, 16) = round switch
        {
            6 => TLanes.Add(TLanes.Add(TLanes.Sigma0(Unsafe.Add(ref w, 1)), Unsafe.Add(ref w, 9)), TLanes.Sigma1(Unsafe.Add(ref w, 14))),
            7 => TLanes.Next(w, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 14)),
            _ => TLanes.Add(Unsafe.Add(ref w, 9), TLanes.Sigma1(Unsafe.Add(ref w, 14))),
        };
    }
}
