namespace RandomInspection.Matching;

public sealed partial class MatchProblem
{
    /// <summary>Finds visits and inspectors by id, and brings what names them into order.</summary>
    private sealed class Places
    {
        private readonly MatchVisit[] _visits;
        private readonly MatchInspector[] _inspectors;
        private readonly Dictionary<string, int> _visitAt;
        private readonly Dictionary<string, int> _inspectorAt;

        public Places(MatchVisit[] visits, MatchInspector[] inspectors)
        {
            _visits = visits;
            _inspectors = inspectors;
            _visitAt = new(visits.Length, StringComparer.Ordinal);
            _inspectorAt = new(inspectors.Length, StringComparer.Ordinal);
            for (int i = 0; i < visits.Length; i++)
            {
                _visitAt.Add(visits[i].Id, i);
            }

            for (int i = 0; i < inspectors.Length; i++)
            {
                _inspectorAt.Add(inspectors[i].Id, i);
            }
        }

        public MatchExclusion[] Exclusions(IEnumerable<MatchExclusion> exclusions)
        {
            MatchExclusion[] sorted = [.. exclusions];
            long[] keys = Array.ConvertAll(sorted, exclusion => Key(exclusion.Visit, exclusion.Inspector));
            Array.Sort(keys, sorted);

            // One text for one id: a file says each of them many times.
            for (int i = 0; i < sorted.Length; i++)
            {
                (long visit, long inspector) = Math.DivRem(keys[i], _inspectors.Length);
                sorted[i] = sorted[i] with { Visit = _visits[visit].Id, Inspector = _inspectors[inspector].Id };
            }

            for (int i = 0, end; i < sorted.Length; i = end)
            {
                for (end = i + 1; end < sorted.Length && keys[end] == keys[i]; end++)
                {
                }

                if (end - i > 1)
                {
                    Array.Sort(sorted, i, end - i, Comparer<MatchExclusion>.Create(static (x, y) => MatchText.Compare(x.Code, y.Code)));
                }

                for (int j = i; j < end; j++)
                {
                    MatchText.Label("code", sorted[j].Code);
                    if (j > i && sorted[j].Code == sorted[j - 1].Code)
                    {
                        throw MatchingRefusals.ExclusionTwice.Refuse(("visit", sorted[j].Visit), ("inspector", sorted[j].Inspector), ("code", sorted[j].Code));
                    }
                }
            }

            return sorted;
        }

        public (LockedSeat[] Seats, int[] Teams) Locked(IEnumerable<LockedSeat> locked, MatchExclusion[] exclusions)
        {
            LockedSeat[] sorted = [.. locked];
            long[] keys = Array.ConvertAll(sorted, seat => Key(seat.Visit, seat.Inspector));
            Array.Sort(keys, sorted);
            int[] teams = new int[sorted.Length];
            if (sorted.Length == 0)
            {
                return (sorted, teams);
            }

            ILookup<long, string> excluded = exclusions.ToLookup(exclusion => Key(exclusion.Visit, exclusion.Inspector), exclusion => exclusion.Code);
            Dictionary<(string Visit, int Team), int> taken = [];
            Dictionary<string, int> locks = new(StringComparer.Ordinal);
            for (int i = 0; i < sorted.Length; i++)
            {
                LockedSeat seat = sorted[i];
                if (i > 0 && keys[i] == keys[i - 1])
                {
                    throw MatchingRefusals.LockTwice.Refuse(("visit", seat.Visit), ("inspector", seat.Inspector));
                }

                _ = seat.Reason is null ? null : MatchText.Label("reason", seat.Reason);
                _ = seat.Approver is null ? null : MatchText.Label("approver", seat.Approver);
                teams[i] = TeamOf(seat, excluded[keys[i]].FirstOrDefault(), taken);
                taken[(seat.Visit, teams[i])] = taken.GetValueOrDefault((seat.Visit, teams[i])) + 1;
                locks[seat.Inspector] = locks.GetValueOrDefault(seat.Inspector) + 1;
            }

            foreach ((string inspector, int count) in locks)
            {
                if (count > _inspectors[_inspectorAt[inspector]].Capacity)
                {
                    throw MatchingRefusals.LocksAboveCapacity.Refuse(
                        ("inspector", inspector), ("locks", count), ("capacity", _inspectors[_inspectorAt[inspector]].Capacity));
                }
            }

            return (sorted, teams);
        }

        private int TeamOf(LockedSeat seat, string? exclusion, Dictionary<(string Visit, int Team), int> taken)
        {
            MatchVisit visit = _visits[_visitAt[seat.Visit]];
            MatchInspector inspector = _inspectors[_inspectorAt[seat.Inspector]];
            RefusalDefinition? reason = null;
            TeamNeed? full = null;
            bool found = false;
            for (int i = 0; i < visit.Teams.Length; i++)
            {
                TeamNeed need = visit.Teams[i];
                if (need.Department != seat.Department)
                {
                    continue;
                }

                found = true;
                if ((exclusion is null ? inspector.Obstacles(need, visit.Window).FirstOrDefault() : MatchingReasons.OfExclusion(exclusion)) is { } why)
                {
                    reason ??= why;
                }
                else if (taken.GetValueOrDefault((seat.Visit, i)) < need.Count)
                {
                    return i;
                }
                else
                {
                    full = need;
                }
            }

            throw !found ? MatchingRefusals.LockOfUnknownDepartment.Refuse(("visit", seat.Visit), ("inspector", seat.Inspector), ("department", seat.Department))
                : full is not null ? MatchingRefusals.LocksAboveCount.Refuse(("visit", seat.Visit), ("department", seat.Department), ("inspector", seat.Inspector), ("count", full.Count))
                : MatchingRefusals.LockBreaksEligibility.Refuse(
                    ("visit", seat.Visit), ("inspector", seat.Inspector), ("reasonCode", reason!.Code), ("reasonZh", reason.Chinese), ("reasonEn", reason.English));
        }

        private long Key(string visit, string inspector)
        {
            if (!_visitAt.TryGetValue(visit, out int visitAt))
            {
                throw MatchingRefusals.UnknownVisit.Refuse(("visit", visit), ("inspector", inspector));
            }

            return _inspectorAt.TryGetValue(inspector, out int inspectorAt)
                ? ((long)visitAt * _inspectors.Length) + inspectorAt
                : throw MatchingRefusals.UnknownInspector.Refuse(("visit", visit), ("inspector", inspector));
        }
    }
}
