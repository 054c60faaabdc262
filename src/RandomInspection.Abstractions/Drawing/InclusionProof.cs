using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>That one line stood in a frame: the salt of the unit and the path from its leaf to the root.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Salt">32 lower-case hex characters.</param>
/// <param name="LeafIndex">Its place in the order of ids, from 0.</param>
/// <param name="FrameSize">Units in the frame.</param>
/// <param name="Path">Digests from the leaf up (RFC 9162 §2.1.3).</param>
public sealed record InclusionProof(FrameUnit Unit, string Salt, long LeafIndex, long FrameSize, ImmutableArray<Digest> Path);
