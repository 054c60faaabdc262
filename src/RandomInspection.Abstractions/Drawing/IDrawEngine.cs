using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>抽取引擎：the draw as a pure function of frame, design and seed.</summary>
/// <remarks>
/// Everything is integers and a named hash, so that an implementation in any language gives the same bytes. Neither the order
/// of input nor the machine, the culture or the number of threads can matter. Source: random-inspection-draw/1.
/// </remarks>
public interface IDrawEngine
{
    /// <summary>The Merkle root that commits to a frame (§1).</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="key">The frame's key, which salts its lines.</param>
    /// <param name="hash">A hash's name: <c>sha-256</c>, or another one this engine was given.</param>
    /// <exception cref="InputRefusedException">The hash is not known (RI1302).</exception>
    Digest Root(Frame frame, FrameKey key, string hash);

    /// <summary>The root of a frame that is kept in several partitions (§1); with one partition that partition's root.</summary>
    /// <param name="partitions">All partitions, one or more, names distinct, in any order.</param>
    /// <param name="hash">A hash's name.</param>
    /// <exception cref="InputRefusedException">A name stands twice (RI1109), or the hash is not known (RI1302).</exception>
    Digest Root(ImmutableArray<FramePartition> partitions, string hash);

    /// <summary>The proof that a unit's line stands in a frame (§1); <see langword="null"/> if the frame has no such unit.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="key">The frame's key.</param>
    /// <param name="hash">A hash's name.</param>
    /// <param name="id">The unit's id.</param>
    /// <exception cref="InputRefusedException">The hash is not known (RI1302).</exception>
    InclusionProof? Prove(Frame frame, FrameKey key, string hash, string id);

    /// <summary>What a design promises each cell (§2), in the order of cells. Needs counts only, so it serves as a preview.</summary>
    /// <param name="cells">The cells, distinct, in any order.</param>
    /// <param name="design">The design.</param>
    /// <exception cref="InputRefusedException">The design does not fit these cells (RI1210 to RI1215).</exception>
    ImmutableArray<CellExpectation> Expect(ImmutableArray<CellCount> cells, DrawDesign design);

    /// <summary>Draws (§4 to §6).</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="design">The design.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="hash">A hash's name.</param>
    /// <exception cref="InputRefusedException">The design does not fit the frame (RI1210 to RI1215), or the hash is not known (RI1302).</exception>
    DrawResult Draw(Frame frame, DrawDesign design, Seed seed, string hash);
}
