"""What must be said today: the policy, its stages, and the plan of what comes next."""
