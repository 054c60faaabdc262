namespace RandomInspection.Tests;

// What holds of both databases holds of the store in memory, too: the same tests again.

public sealed class AdHocTestsOnMemory : AdHocTests;

public sealed class CalendarLoadingTestsOnMemory : CalendarLoadingTests;

public sealed class CheckpointTestsOnMemory : CheckpointTests;

public sealed class ContributorTestsOnMemory : ContributorTests;

public sealed class CriteriaTestsOnMemory : CriteriaTests;

public sealed class EffectiveDayTestsOnMemory : EffectiveDayTests;

public sealed class InspectorStoreTestsOnMemory : InspectorStoreTests;

public sealed class JointVisitTestsOnMemory : JointVisitTests;

public sealed class MatchWorkflowTestsOnMemory : MatchWorkflowTests;

public sealed class MustHoldTestsOnMemory : MustHoldTests;

public sealed class PersonalTestsOnMemory : PersonalTests;

public sealed class PublicationTestsOnMemory : PublicationTests;

public sealed class ReplacementTestsOnMemory : ReplacementTests;

public sealed class RestingTestsOnMemory : RestingTests;

public sealed class SharedDrawTestsOnMemory : SharedDrawTests;

public sealed class SigningTestsOnMemory : SigningTests;

public sealed class StepTestsOnMemory : StepTests;

public sealed class TaskLimitsTestsOnMemory : TaskLimitsTests;

public sealed class VoidTestsOnMemory : VoidTests;

public sealed class WholeWayTestsOnMemory : WholeWayTests;
